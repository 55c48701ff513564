namespace Noroshi.Exchange.Sharing;

/// <summary>The ways out of the node. Every one of them asks <see cref="ReleaseRules"/>.</summary>
internal enum Exit
{
    /// <summary>A TAXII collection that machines poll.</summary>
    Taxii,

    /// <summary>The JSON API.</summary>
    Api,

    /// <summary>A page.</summary>
    Ui,

    /// <summary>A file that somebody saves.</summary>
    Export,

    /// <summary>What goes with a hotline message.</summary>
    HotlineAttachment,

    /// <summary>A package of evidence.</summary>
    Package,

    /// <summary>A push to a server of others, for example MISP.</summary>
    Push,
}
