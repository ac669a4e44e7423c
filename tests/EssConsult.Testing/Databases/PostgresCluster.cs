using System.Diagnostics;
using Npgsql;

namespace EssConsult.Testing;

/// <summary>
/// A private PostgreSQL cluster in a temporary folder, reached by a socket in it and gone with this process. One per test run,
/// started when the first test asks for it.
/// </summary>
internal sealed class PostgresCluster
{
    // PostgreSQL refuses to run as root. The shell waits on its input, which ends when this process ends, however it ends.
    private const string Script =
        """
        set -e
        data=$1/data
        trap 'pg_ctl -D "$data" -m immediate stop >/dev/null 2>&1; rm -rf "$1"' EXIT
        initdb -D "$data" --no-sync --auth=trust --username=site --encoding=UTF8 --locale=C.UTF-8 >"$1/log" 2>&1
        cat >>"$data/postgresql.conf" <<CONF
        listen_addresses = ''
        unix_socket_directories = '$1'
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        autovacuum = off
        max_connections = 300
        CONF
        pg_ctl -D "$data" -w -l "$1/log" start >/dev/null
        echo ready
        cat >/dev/null
        """;

    private static readonly Lazy<Task<PostgresCluster>> Shared = new(StartAsync);
    private readonly Process shell;
    private readonly string folder;
    private int databases;

    private PostgresCluster(Process shell, string folder) => (this.shell, this.folder) = (shell, folder);

    public static Task<PostgresCluster> Current => Shared.Value;

    /// <summary>Creates a database, empty or as a copy of another one, and returns its connection string.</summary>
    public async Task<string> CreateAsync(string? template = null)
    {
        var name = $"site_{Interlocked.Increment(ref databases)}";
        var source = template is null ? "template0" : new NpgsqlConnectionStringBuilder(template).Database!;
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {source}");
        return Address(name);
    }

    public async Task DropAsync(string connection)
    {
        Release(connection);
        await ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    /// <summary>Closes the pooled connections: a database that somebody is connected to cannot be copied.</summary>
    public static void Release(string connection)
    {
        using var pooled = new NpgsqlConnection(connection);
        NpgsqlConnection.ClearPool(pooled);
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ess-pg-").FullName;
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, FileName = "sh" };
        if (Environment.IsPrivilegedProcess)
        {
            var account = File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
            using var owned = Process.Start("chown", [account, folder]);
            await owned.WaitForExitAsync();
            start.FileName = "setpriv";
            Add(start, "--reuid", account, "--regid", "nogroup", "--clear-groups", "--", "sh");
        }

        Add(start, "-c", Script, "sh", folder);
        start.Environment["PATH"] = Binaries() + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.WorkingDirectory = "/";
        var shell = Process.Start(start)!;
        if (await shell.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException("PostgreSQL did not start. ./test.sh installs it; its binaries are looked for in /usr/lib/postgresql/*/bin and the PATH.");
        }

        return new PostgresCluster(shell, folder);
    }

    private static void Add(ProcessStartInfo start, params string[] arguments) => Array.ForEach(arguments, start.ArgumentList.Add);

    private static string Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(path => path.Length).ThenByDescending(path => path, StringComparer.Ordinal)
            .Select(path => Path.Combine(path, "bin")).FirstOrDefault(Directory.Exists) ?? string.Empty
        : string.Empty;

    private string Address(string name) => $"Host={folder};Username=site;Database={name};Maximum Pool Size=30";

    private async Task ExecuteAsync(string statement)
    {
        ObjectDisposedException.ThrowIf(shell.HasExited, this);
        await using var connection = new NpgsqlConnection(Address("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
