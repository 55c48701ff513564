namespace Noroshi.Contacts.Formats;

/// <summary>A numbered section of the template of RFC 2350.</summary>
/// <param name="Number">For example <c>2.4</c>.</param>
/// <param name="Title">As the template names it.</param>
internal sealed record Rfc2350Section(string Number, string Title)
{
    /// <summary>All, in order; those with one number are chapters.</summary>
    internal static readonly IReadOnlyList<Rfc2350Section> All =
    [
        new("1", "Document Information"), new("1.1", "Date of Last Update"), new("1.2", "Distribution List for Notifications"), new("1.3", "Locations where this Document May Be Found"),
        new("2", "Contact Information"), new("2.1", "Name of the Team"), new("2.2", "Address"), new("2.3", "Time Zone"), new("2.4", "Telephone Number"), new("2.5", "Facsimile Number"),
        new("2.6", "Other Telecommunication"), new("2.7", "Electronic Mail Address"), new("2.8", "Public Keys and Other Encryption Information"), new("2.9", "Team Members"),
        new("2.10", "Other Information"), new("2.11", "Points of Customer Contact"),
        new("3", "Charter"), new("3.1", "Mission Statement"), new("3.2", "Constituency"), new("3.3", "Sponsorship and/or Affiliation"), new("3.4", "Authority"),
        new("4", "Policies"), new("4.1", "Types of Incidents and Level of Support"), new("4.2", "Co-operation, Interaction and Disclosure of Information"), new("4.3", "Communication and Authentication"),
        new("5", "Services"), new("5.1", "Incident Response"), new("5.2", "Proactive Activities"),
        new("6", "Incident Reporting Forms"), new("7", "Disclaimers"),
    ];

    internal bool IsChapter => All.Any(other => other.Number.StartsWith(Number + ".", StringComparison.Ordinal));
}
