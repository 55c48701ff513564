namespace Noroshi.Exchange.Sharing;

/// <summary>Permissible Actions Protocol (MISP taxonomy): what a recipient may do with information. Ordered from free to closed.</summary>
internal enum Pap
{
    /// <summary>PAP:CLEAR (older: WHITE): no limit on use.</summary>
    Clear,

    /// <summary>PAP:GREEN: active actions are allowed, for example blocking.</summary>
    Green,

    /// <summary>PAP:AMBER: passive cross checks, also with services of others.</summary>
    Amber,

    /// <summary>PAP:RED: only what nobody outside can notice, for example searching logs.</summary>
    Red,
}
