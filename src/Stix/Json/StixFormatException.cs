namespace Noroshi.Stix;

/// <summary>What was given is not JSON, or goes beyond a limit of the reader; the message says where and what to do.</summary>
public sealed class StixFormatException(string message, Exception? inner = null) : Exception(message, inner);
