import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.event.ruler.Machine;

/**
 * Matches events with rules by event-ruler, for as long as it gets faster: java Ruler FILE ROUNDS. Prints JSON: how many matches there were, and
 * the seconds of the quickest round, with events as texts and parsed already.
 */
public class Ruler {
  public static void main(String[] args) throws Exception {
    ObjectMapper json = new ObjectMapper();
    JsonNode question = json.readTree(new File(args[0]));
    int rounds = Integer.parseInt(args[1]);
    Machine bus = Machine.builder().build();
    List<Machine> alone = new ArrayList<>();
    for (JsonNode pattern : question.get("patterns")) {
      Machine machine = Machine.builder().build();
      machine.addRule("rule", pattern.toString());
      alone.add(machine);
      bus.addRule("rule" + alone.size(), pattern.toString());
    }
    List<String> texts = new ArrayList<>();
    List<JsonNode> events = new ArrayList<>();
    for (JsonNode event : question.get("events")) {
      texts.add(event.toString());
      events.add(json.readTree(event.toString()));
    }
    int matches = 0;
    double[] quickest = { Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE };
    for (int round = 0; round < rounds; round++) {
      int found = 0;
      long start = System.nanoTime();
      for (String text : texts) {
        found += bus.rulesForJSONEvent(text).size();
      }
      long byText = System.nanoTime();
      for (JsonNode event : events) {
        found += bus.rulesForJSONEvent(event).size();
      }
      long parsed = System.nanoTime();
      for (int i = 0; i < texts.size(); i++) {
        found += alone.get(i % alone.size()).rulesForJSONEvent(texts.get(i)).size();
      }
      long oneByOne = System.nanoTime();
      matches = found;
      quickest[0] = Math.min(quickest[0], (byText - start) / 1e9);
      quickest[1] = Math.min(quickest[1], (parsed - byText) / 1e9);
      quickest[2] = Math.min(quickest[2], (oneByOne - parsed) / 1e9);
    }
    System.out.printf(java.util.Locale.ROOT, "{\"matches\":%d,\"busFromText\":%f,\"busParsed\":%f,\"oneByOne\":%f}", matches, quickest[0], quickest[1], quickest[2]);
  }
}
