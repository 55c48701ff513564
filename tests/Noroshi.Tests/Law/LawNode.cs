using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Law;

/// <summary>A node with the reviewed law.</summary>
public sealed class LawNode : NodeOfRoles;
