using Noroshi.Contracts;

namespace Noroshi.Contacts.Hotline;

/// <summary>Who may do what on the hotline. API tokens do nothing: here people speak.</summary>
internal static class HotlineRights
{
    /// <summary>Read what was said.</summary>
    internal static readonly Role[] Readers = [Role.Analyst, Role.Diplomat, Role.Auditor, Role.Administrator];

    /// <summary>Acknowledge, and say that a message was read.</summary>
    internal static readonly Role[] Watchers = [Role.Analyst, Role.Diplomat, Role.Administrator];

    /// <summary>Send, and say that a message is understood.</summary>
    internal static readonly Role[] Speakers = [Role.Diplomat, Role.Administrator];

    internal static bool Any(this IReadOnlyCollection<Role> held, Role[] wanted) => wanted.Any(held.Contains);

    internal static Role[] For(ReceiptKind kind) => kind == ReceiptKind.Understood ? Speakers : Watchers;
}
