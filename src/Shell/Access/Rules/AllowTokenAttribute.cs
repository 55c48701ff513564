namespace Noroshi.Shell.Access;

/// <summary>Lets API tokens of this scope call the endpoint, beside the people it is open to.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowTokenAttribute(TokenScope scope) : Attribute
{
    public TokenScope Scope { get; } = scope;
}
