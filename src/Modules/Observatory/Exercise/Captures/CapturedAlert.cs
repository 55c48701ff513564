using System.Runtime.InteropServices;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Exercise;

/// <summary>An alert that the intrusion detection system will have raised.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CapturedAlert(
    long Time, NetworkAddress Source, ushort SourcePort, NetworkAddress Target, ushort TargetPort, byte Protocol, AlertRule Rule);
