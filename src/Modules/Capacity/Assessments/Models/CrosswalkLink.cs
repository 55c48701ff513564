using Noroshi.Kernel;

namespace Noroshi.Capacity.Assessments;

/// <summary>A proposal of our own that a node of a model speaks to a topic: <c>near</c> about the same, <c>part</c> a part of it.</summary>
internal sealed record CrosswalkLink(string Topic, string Model, string Code, bool IsNear, Provenance Provenance);
