namespace Noroshi.Contacts.Hotline;

/// <summary>Something in a message, own or received, cannot stand: which field, what kind of fault, and the fault in English words.</summary>
internal sealed class WrongContentException(string field, string fault, string message) : Exception(message)
{
    internal const string Missing = "Missing";
    internal const string TooLong = "TooLong";
    internal const string NotText = "NotText";
    internal const string Unknown = "Unknown";
    internal const string TooMany = "TooMany";
    internal const string TooBig = "TooBig";
    internal const string Damaged = "Damaged";
    internal const string Malformed = "Malformed";

    /// <summary>Name of the field as on the wire, for example <c>text.ja</c>.</summary>
    internal string Field { get; } = field;

    /// <summary>One of the constants; a page words it in the reader's language.</summary>
    internal string Fault { get; } = fault;
}
