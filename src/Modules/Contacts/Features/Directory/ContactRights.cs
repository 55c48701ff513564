using System.Security.Claims;
using Noroshi.Contacts.Domain;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Features;

/// <summary>Who may do what in the directory.</summary>
internal static class ContactRights
{
    /// <summary>Kind of data for sharing rules: communication checks and their figures.</summary>
    internal const string DataKind = "contacts.checks";

    internal static readonly Role[] Readers = [Role.Analyst, Role.Investigator, Role.Diplomat, Role.CapacityOfficer, Role.Operator, Role.Auditor, Role.Administrator];

    internal static readonly Role[] Writers = [Role.Diplomat, Role.Administrator];

    internal static readonly Role[] Checkers = [Role.Diplomat, Role.Analyst, Role.Administrator];

    /// <summary>Who answers checks of peers: for every point those who send checks, and investigators for what the police and the courts are asked.</summary>
    internal static readonly Role[] Answerers = [.. Checkers, Role.Investigator];

    internal static bool Reads(this ClaimsPrincipal person) => person.IsToken() || Readers.Any(person.HasRole);

    internal static bool WritesContacts(this ClaimsPrincipal person) => !person.IsToken() && Writers.Any(person.HasRole);

    internal static bool Checks(this ClaimsPrincipal person) => !person.IsToken() && Checkers.Any(person.HasRole);

    /// <summary>Whether the person may answer a peer's check of a point of that function.</summary>
    internal static bool Answers(this ClaimsPrincipal person, ContactFunction function) =>
        person.Checks() || (!person.IsToken() && person.HasRole(Role.Investigator) && function is (ContactFunction.Network or ContactFunction.CentralAuthority or ContactFunction.Extradition));

    /// <summary>Whether the person sees the points of other states.</summary>
    internal static bool SeesAbroad(this ClaimsPrincipal person) => person.IsToken() || Readers.Any(role => role != Role.Operator && person.HasRole(role));

    /// <summary>The part of the book that the person sees: operators see their own country's points, everyone else all.</summary>
    internal static ContactBook SeenBy(this ContactBook book, ClaimsPrincipal person, CountryCode ownState) =>
        person.SeesAbroad() ? book : person.HasRole(Role.Operator) ? book.Only(ownState) : ContactBook.Empty;
}
