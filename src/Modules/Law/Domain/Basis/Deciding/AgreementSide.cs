using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A state as one of the two sides of an agreement, by itself or through the Union.</summary>
/// <param name="Agreement">Position of the agreement.</param>
/// <param name="Side">0 or 1.</param>
/// <param name="Bound">Whether it is in force for that side on the day.</param>
internal readonly record struct AgreementSide(int Agreement, int Side, Truth Bound);
