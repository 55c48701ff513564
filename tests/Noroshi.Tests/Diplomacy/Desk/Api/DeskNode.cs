using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Diplomacy.Desk.Api;

/// <summary>A node with the reviewed diplomatic record.</summary>
public sealed class DeskNode : NodeOfRoles;
