namespace Noroshi.Observatory.Reading;

/// <summary>An input of which nothing can be read; the message says what is wrong, where, and what to do.</summary>
internal sealed class UnreadableInputException(string message, Exception? inner = null) : Exception(message, inner);
