namespace Noroshi.Observatory.Exercise;

/// <summary>What a scanning program leaves in the header.</summary>
internal enum ScanTool
{
    Plain,
    Mirai,
    ZMap,
    Masscan,
}
