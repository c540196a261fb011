"""Start the program: ``python main.py``."""

import sys

from workshop_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
