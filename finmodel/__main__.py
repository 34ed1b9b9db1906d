"""``python -m finmodel`` is the same program as ``finmodel``."""

from finmodel.cli.app import main

if __name__ == "__main__":
    main()
