using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EssConsult.Benchmarks.Measuring;

internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Process process;
    private readonly LastLines lines;

    private ServerProcess(Process process, LastLines lines, Uri address)
    {
        this.process = process;
        this.lines = lines;
        Address = address;
    }

    public int Id => process.Id;

    public Uri Address { get; }

    public TimeSpan StartedIn { get; private set; }

    public static async Task<ServerProcess> StartAsync(ServerLaunch launch, int port, CancellationToken ct)
    {
        RequireFreePort(port);
        var start = new ProcessStartInfo("dotnet", [launch.Assembly, .. launch.Arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        GarbageCollection.Apply(start);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in launch.Environment)
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new BenchmarkException("`dotnet` did not start.");
        var server = new ServerProcess(process, LastLines.Of(process), new Uri($"http://127.0.0.1:{port}"));
        var ready = false;
        try
        {
            await server.WaitUntilReadyAsync(launch.ReadyPath, clock, ct);
            ready = true;
            return server;
        }
        finally
        {
            if (!ready)
            {
                await server.DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task WaitUntilReadyAsync(string path, Stopwatch clock, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (!await AnswersAsync(client, path, ct))
        {
            if (process.HasExited || clock.Elapsed > Patience)
            {
                throw new BenchmarkException($"The server did not answer {path} with success. It said:\n{lines}");
            }

            await Task.Delay(Pause, ct);
        }

        StartedIn = clock.Elapsed;
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string path, CancellationToken ct)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), ct);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // A server left over from an earlier run would be measured in place of ours.
    private static void RequireFreePort(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException)
        {
            throw new BenchmarkException($"Port {port} is taken: stop what listens there, or choose another with --port.");
        }
    }
}
