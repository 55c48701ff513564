using System.Net.Sockets;
using System.Text;

namespace Noroshi.Node.Control;

/// <summary>
/// The private door of a running node: a socket in its data folder that only the node's own user can open. Verbs knock here when the
/// node holds the folder.
/// </summary>
internal static class ControlSocket
{
    // sun_path holds 108 bytes with its closing zero; the system refuses longer paths.
    private const int LongestPath = 107;

    internal static string PathIn(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "control.sock");

    /// <summary>False when the folder's path is too long for a socket.</summary>
    internal static bool Fits(string dataDirectory) =>
        !OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(PathIn(dataDirectory)) <= LongestPath;

    /// <summary>Removes what a crashed process left; only the holder of the folder may.</summary>
    internal static void RemoveStale(string dataDirectory) => File.Delete(PathIn(dataDirectory));

    /// <summary>Closes the socket file to everyone but the node's user.</summary>
    internal static void MakePrivate(string dataDirectory)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(PathIn(dataDirectory), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>True for a request that came in through the socket.</summary>
    internal static bool IsControl(HttpContext context) =>
        context.Features.Get<Microsoft.AspNetCore.Connections.Features.IConnectionSocketFeature>()?.Socket.LocalEndPoint is UnixDomainSocketEndPoint;
}
