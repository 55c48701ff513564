using Noroshi.Node;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Tests.ReferenceData;

/// <summary>What every room of the house asks of its tables, as <c>data check</c> does.</summary>
internal static class RoomRulesOfTheHouse
{
    internal static IReadOnlyList<RoomRules> All { get; } = [.. House.Modules.Select(module => (RoomRules)module.CheckData)];
}
