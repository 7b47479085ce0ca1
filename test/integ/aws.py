"""Calls AWS APIs with botocore: a call a line on standard input as JSON, its answer a line on standard output."""
import json
import sys

import botocore.config
import botocore.exceptions
import botocore.session

account, region, endpoint = sys.argv[1:]
session = botocore.session.get_session()
clients = {}


def client(service):
    if service not in clients:
        clients[service] = session.create_client(
            service, region_name=region, endpoint_url=endpoint, aws_access_key_id=account, aws_secret_access_key='test',
            # Nothing is tried again behind the back of a test.
            config=botocore.config.Config(retries={'total_max_attempts': 1}, read_timeout=120))
    return clients[service]


for line in sys.stdin:
    service, operation, parameters = json.loads(line)
    try:
        answer = getattr(client(service), botocore.xform_name(operation))(**parameters)
        # The body of an answer that is a stream, such as what a function returns.
        answer = {'result': {k: v.read().decode() if hasattr(v, 'read') else v for k, v in answer.items()}}
    except (botocore.exceptions.ClientError, botocore.exceptions.BotoCoreError) as error:
        answer = {'error': str(error)}
    print(json.dumps(answer, default=str), flush=True)
