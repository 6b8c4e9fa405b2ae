"""`python -m security_meetings`: the command line."""

from security_meetings.cli import main

main()
