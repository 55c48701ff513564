namespace Noroshi.Stix;

/// <summary>What is asked of one observed object.</summary>
internal abstract record ComparisonNode;

/// <summary>AND or OR between comparisons.</summary>
internal sealed record BranchNode(bool IsAnd, IReadOnlyList<ComparisonNode> Parts) : ComparisonNode;

/// <summary>One comparison: path, operator, constants.</summary>
internal sealed record TestNode(ObjectPath Path, Operator Operator, bool Negated, IReadOnlyList<Constant> Constants, int Position) : ComparisonNode;

/// <summary>The comparison operators.</summary>
internal enum Operator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Like,
    Matches,
    IsSubset,
    IsSuperset,
    Exists,
}
