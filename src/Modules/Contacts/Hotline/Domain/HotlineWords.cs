namespace Noroshi.Contacts.Hotline;

/// <summary>The words of the hotline as they stand on the wire, in records and on the command line.</summary>
internal static class HotlineWords
{
    private static readonly string[] _classes = ["notification", "clarification-request", "clarification", "assistance-request", "status", "de-escalation", "closing"];
    private static readonly string[] _precedences = ["flash", "immediate", "priority", "routine"];
    private static readonly string[] _receipts = ["acknowledged", "read", "understood"];

    internal static IReadOnlyList<string> Classes => _classes;

    internal static IReadOnlyList<string> Precedences => _precedences;

    internal static IReadOnlyList<string> Receipts => _receipts;

    internal static string Of(MessageClass value) => _classes[(int)value];

    internal static string Of(Precedence value) => _precedences[(int)value];

    internal static string Of(ReceiptKind value) => _receipts[(int)value];

    internal static MessageClass? Class(string? word) => Array.IndexOf(_classes, word) is >= 0 and var at ? (MessageClass)at : null;

    internal static Precedence? PrecedenceOf(string? word) => Array.IndexOf(_precedences, word) is >= 0 and var at ? (Precedence)at : null;

    internal static ReceiptKind? Receipt(string? word) => Array.IndexOf(_receipts, word) is >= 0 and var at ? (ReceiptKind)at : null;
}
