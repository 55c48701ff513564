using System.Text;
using Noroshi.Capacity.Iati.Standard;

namespace Noroshi.Capacity.Iati.Model;

/// <summary>The order that the standard demands of an activity's elements.</summary>
internal static class IatiOrder
{
    private static readonly ElementType _activity = Iati203.Tables.Activities.Children[0].Type!;

    internal static IReadOnlyList<IatiElement> Sort(IEnumerable<IatiElement> children) => [.. children.OrderBy(child => PlaceOf(child.Name))];

    /// <summary>Where an element of an activity stands.</summary>
    internal static int PlaceOf(string name) => _activity.PlaceOfChild(Iati203.Tables.Names.Find(Encoding.ASCII.GetBytes(name)));
}
