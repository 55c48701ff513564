namespace Noroshi.Shell.ReferenceData;

/// <summary>What one room asks of its own tables beyond their schemas; findings tell what is wrong.</summary>
internal delegate IEnumerable<Finding> RoomRules(ReferenceTables tables);
