namespace Noroshi.WeakLinks.Studies;

/// <summary>Puts shares into bands.</summary>
internal static class ShareBands
{
    internal static ShareBand Of(double share) => share switch
    {
        < 0.01 => ShareBand.Little,
        < 0.05 => ShareBand.Some,
        < 0.20 => ShareBand.Much,
        _ => ShareBand.Most,
    };
}
