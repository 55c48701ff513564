namespace Noroshi.Exchange.Misp;

/// <summary>A MISP server did not do what was asked: what it said, and what to do.</summary>
internal sealed class MispServerException(string message, Exception? inner = null) : Exception(message, inner);
