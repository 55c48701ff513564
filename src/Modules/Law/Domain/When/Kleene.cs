using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>Three-valued logic after Kleene: no below unknown below yes; "and" is the least, "or" the greatest.</summary>
internal static class Kleene
{
    public static Truth And(Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(Truth left, Truth right) => left > right ? left : right;

    public static Truth Not(Truth operand) => Truth.Yes - (int)operand;

    public static Truth Of(bool known) => known ? Truth.Yes : Truth.No;
}
