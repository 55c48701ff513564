namespace Noroshi.Contacts.Hotline;

/// <summary>What a side says about a message it received; each says the ones before it as well.</summary>
internal enum ReceiptKind
{
    /// <summary>Somebody is there: the ringing stops.</summary>
    Acknowledged,

    /// <summary>The whole message was read.</summary>
    Read,

    /// <summary>What it means is understood; not agreement.</summary>
    Understood,
}
