namespace Noroshi.Contacts.Domain;

/// <summary>Whether a desk works on public holidays.</summary>
internal enum HolidayRule
{
    /// <summary>Not recorded.</summary>
    Unknown,

    /// <summary>Open as on other days.</summary>
    Open,

    /// <summary>Closed on the public holidays of the country named.</summary>
    Closed,
}
