using System.Runtime.InteropServices;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Exercise;

/// <summary>A connection that the flow monitor will have logged.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CapturedFlow(
    long Time, NetworkAddress Source, ushort SourcePort, NetworkAddress Target, ushort TargetPort, byte Protocol, string State, int Milliseconds, int Packets, int Bytes);
