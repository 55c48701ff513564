using System.Net;
using System.Net.Sockets;

namespace Noroshi.SystemTests.Federation;

/// <summary>The network between two nodes: passes bytes on from an address of its own, or does to them what networks do.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _to;
    private readonly CancellationTokenSource _end = new();
    private readonly HashSet<Socket> _open = [];
    private readonly Lock _turn = new();
    private readonly Task _accepting;
    private bool _closed;
    private long _cutAfter = long.MaxValue;

    internal Relay(int port)
    {
        _to = new IPEndPoint(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal string Url => FormattableString.Invariant($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How long every piece waits on its way.</summary>
    internal TimeSpan Delay { get; set; }

    /// <summary>Connections that were made since the beginning.</summary>
    internal int Connections { get; private set; }

    /// <summary>How often <see cref="CutAfter"/> cut.</summary>
    internal int Cuts { get; private set; }

    /// <summary>Cuts every connection and lets none through until it is healed.</summary>
    internal void Partition()
    {
        lock (_turn)
        {
            _closed = true;
            Drop();
        }
    }

    internal void Heal()
    {
        lock (_turn) _closed = false;
    }

    /// <summary>Cuts all connections once, when so many more bytes of callers have passed.</summary>
    internal void CutAfter(long bytes) => Interlocked.Exchange(ref _cutAfter, bytes);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        Partition();
        await _accepting;
        _end.Dispose();
    }

    // Under the lock. Reset, not closed in order: nobody says goodbye when a cable is cut.
    private void Drop()
    {
        foreach (var socket in _open)
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }

        _open.Clear();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var caller = await _listener.AcceptSocketAsync(_end.Token);
                Connections++;
                _ = Task.Run(() => JoinAsync(caller));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task JoinAsync(Socket caller)
    {
        var called = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        caller.NoDelay = true;
        try
        {
            lock (_turn)
            {
                _open.Add(caller);
                _open.Add(called);
                if (_closed)
                {
                    Drop();
                    return;
                }
            }

            await called.ConnectAsync(_to, _end.Token);
            await Task.WhenAny(PassAsync(caller, called, counted: true), PassAsync(called, caller, counted: false));
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The node called is not there, or the line was cut.
        }
        finally
        {
            lock (_turn)
            {
                _open.Remove(caller);
                _open.Remove(called);
            }

            caller.Dispose();
            called.Dispose();
        }
    }

    private async Task PassAsync(Socket from, Socket to, bool counted)
    {
        var piece = new byte[16 << 10];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(piece, _end.Token)) > 0)
            {
                if (Delay > TimeSpan.Zero) await Task.Delay(Delay, TimeProvider.System, _end.Token);
                if (counted && Interlocked.Add(ref _cutAfter, -count) is <= 0 and > long.MinValue / 2)
                {
                    Interlocked.Exchange(ref _cutAfter, long.MaxValue);
                    Cuts++;
                    lock (_turn) Drop();
                    return;
                }

                for (var sent = 0; sent < count;) sent += await to.SendAsync(piece.AsMemory(sent, count - sent), _end.Token);
            }
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other direction ends with this one.
        }
    }
}
