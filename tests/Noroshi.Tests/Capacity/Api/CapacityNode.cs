using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Capacity.Api;

/// <summary>A node with the registry of capacity building.</summary>
public sealed class CapacityNode : NodeOfRoles;
