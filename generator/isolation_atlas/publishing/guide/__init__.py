"""The data that the guide in the browser reasons over: the same knowledge, ready for its twin in JavaScript."""
