using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EssConsult.Testing.Browsing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EssConsult.Testing;

/// <summary>The site as a process that can be killed, in Development, on data and an address that outlive it.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Database database;
    private readonly DataFolder data;
    private readonly string recipe;
    private readonly StringBuilder output = new();
    private Process? process;

    private SiteProcess(Database database, DataFolder data, string recipe)
    {
        (this.database, this.data, this.recipe) = (database, data, recipe);
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}"));
    }

    public Uri Address { get; }

    public string Folder => data.Path;

    /// <summary>Whether this run of the program is alive.</summary>
    public bool IsRunning => process is { HasExited: false };

    /// <summary>Data of its own, not started yet.</summary>
    /// <param name="database">Where the data lies.</param>
    /// <param name="recipe">What the first start plays.</param>
    public static async Task<SiteProcess> PrepareAsync(Database database, string recipe) => new(database, await DataFolder.CreateAsync(database), recipe);

    /// <summary>Another node on the same database, not started yet.</summary>
    public SiteProcess Beside() => new(database, data.Beside(), recipe);

    /// <summary>Starts the site and returns once it says that it is ready.</summary>
    public async Task StartAsync()
    {
        process = Launch("--urls", Address.ToString());
        using var http = new HttpClient { BaseAddress = Address };
        var started = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync(http))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException("The site did not start:" + Environment.NewLine + Output);
            }

            await Task.Delay(50);
        }
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public void Kill() => process!.Kill();

    /// <summary>Waits for the end that <see cref="Kill"/> brought about.</summary>
    public async Task EndedAsync()
    {
        await process!.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
        process = null;
    }

    /// <summary>Asks a process that cannot say when it is done: every tenth of a second, for two minutes at most, so that it gets the processor meanwhile.</summary>
    /// <returns>Whether it came to pass.</returns>
    public static async Task<bool> UntilAsync(Func<Task<bool>> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                return false;
            }

            await Task.Delay(100);
        }

        return true;
    }

    /// <summary>Runs a command of the command line to its end.</summary>
    public async Task<(int ExitCode, string Output)> CommandAsync(params string[] words)
    {
        lock (output)
        {
            output.Clear();
        }

        using var command = Launch(words);
        await command.WaitForExitAsync().WaitAsync(Patience);
        return (command.ExitCode, Output);
    }

    public Visitor Visitor(string from = "127.0.0.1") => Browsing.Visitor.Of(Address, from);

    /// <summary>A connection beside the site's own.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = database == Database.Sqlite ? new SqliteConnection(data.Connection) : new NpgsqlConnection(data.Connection);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            Kill();
            await EndedAsync();
        }

        await data.DisposeAsync();
    }

    private string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    private Process Launch(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Repository.Web, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development", ["recipe"] = recipe, ["Site__DataFolder"] = data.Path,
                ["Database__Provider"] = database.ToString(), ["ConnectionStrings__Site"] = data.Connection,
            },
        };
        var launched = Process.Start(start)!;
        launched.OutputDataReceived += (_, line) => Keep(line.Data);
        launched.ErrorDataReceived += (_, line) => Keep(line.Data);
        launched.BeginOutputReadLine();
        launched.BeginErrorReadLine();
        return launched;
    }

    // The end of what it said is what explains a failure.
    private void Keep(string? line)
    {
        lock (output)
        {
            output.Length = output.Length > 100_000 ? 0 : output.Length;
            output.AppendLine(line);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
