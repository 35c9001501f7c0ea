// main: hands over to the command line or the window.
int main() { return 0; }
