using System.Globalization;
using System.Resources;
using Noroshi.Observatory.Features;
using Noroshi.Shell;

namespace Noroshi.Observatory.Ui;

/// <summary>The room's lines in the side navigation.</summary>
internal static class RoomNavigation
{
    private static readonly ResourceManager _text = new(typeof(RoomText));

    internal static IReadOnlyList<NavigationEntry> Entries() =>
    [
        new("/observatory", SayObservatory, Viewers.Readers, 200),
        new("/observatory/imports", () => Say("Imports"), Viewers.Readers, 201),
        new("/observatory/sensors", () => Say("Sensors"), Viewers.Readers, 202),
        new("/observatory/plan", () => Say("Plan"), Viewers.Readers, 203),
    ];

    /// <summary>Names the room, and what its sharing rules open.</summary>
    internal static string SayObservatory() => Say("Observatory");

    private static string Say(string key) => _text.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
