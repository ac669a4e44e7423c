namespace EssConsult.Benchmarks.Measuring;

/// <summary>CPU time that the threads of a server's tiered compilation have used, by thread. Source: proc(5).</summary>
internal sealed record CompilerTime(IReadOnlyDictionary<string, TimeSpan> Threads)
{
    // The kernel keeps fifteen letters of « .NET Tiered Compilation Worker ».
    private const string Name = ".NET Tiered Com";

    public static CompilerTime Read(int serverId)
    {
        var threads = new Dictionary<string, TimeSpan>();
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{serverId}/task"))
        {
            if (Of(thread) is { } time)
            {
                threads[thread] = time;
            }
        }

        return new CompilerTime(threads);
    }

    /// <summary>A thread that ended meanwhile had nothing left to do, and is not counted.</summary>
    public TimeSpan Since(CompilerTime earlier) =>
        new(Threads.Sum(thread => (thread.Value - earlier.Threads.GetValueOrDefault(thread.Key)).Ticks));

    private static TimeSpan? Of(string thread)
    {
        try
        {
            if (File.ReadAllText(Path.Combine(thread, "comm")).Trim() != Name)
            {
                return null;
            }

            var fields = Cpu.Fields(Path.Combine(thread, "stat"));
            return Cpu.Time(fields[11], fields[12]);
        }
        catch (IOException)
        {
            // It ended between the two lines.
            return null;
        }
    }
}
