namespace Noroshi.Contacts.Features;

/// <summary>What became of an attempt to change an entry.</summary>
internal enum SaveOutcome
{
    Done,

    /// <summary>There is no such entry.</summary>
    Unknown,

    /// <summary>The entry is a peer's: it is changed over there.</summary>
    NotOurs,

    /// <summary>Somebody saved it since the form was opened.</summary>
    Overtaken,

    /// <summary>It was retired already.</summary>
    Retired,
}
