namespace Noroshi.WeakLinks.Studies;

/// <summary>A share as it may leave the node: in a band, so that no one learns exactly how much hangs on which node.</summary>
internal enum ShareBand
{
    /// <summary>Below 1 %.</summary>
    Little,

    /// <summary>From 1 % to below 5 %.</summary>
    Some,

    /// <summary>From 5 % to below 20 %.</summary>
    Much,

    /// <summary>20 % and more.</summary>
    Most,
}
