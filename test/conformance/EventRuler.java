import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/**
 * Evaluates patterns with event-ruler. A line `E[…]` sets the events, each a text of JSON; a line `P{…}` is a pattern, answered by `M0101…` (whether it matches
 * each event), `I…` (why it is invalid) or `X…` (what it threw).
 */
public class EventRuler {
  public static void main(String[] args) throws Exception {
    ObjectMapper json = new ObjectMapper();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    List<String> events = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String text = line.substring(1);
      if (line.charAt(0) == 'E') {
        events.clear();
        for (JsonNode event : json.readTree(text)) {
          events.add(event.textValue());
        }
      } else {
        out.println(answer(text, events));
      }
    }
    out.flush();
  }

  private static String answer(String pattern, List<String> events) {
    // matchesRule and addRule fall back to an older grammar where this one refuses, so the check comes first.
    String problem = JsonRuleCompiler.check(pattern);
    if (problem != null) {
      return "I" + problem.split("\n")[0];
    }
    try {
      Machine machine = Machine.builder().build();
      machine.addRule("rule", pattern);
      StringBuilder answer = new StringBuilder("M");
      for (String event : events) {
        answer.append(machine.rulesForJSONEvent(event).isEmpty() ? '0' : '1');
      }
      return answer.toString();
    } catch (Exception e) {
      return "X" + e.toString().split("\n")[0];
    }
  }
}
