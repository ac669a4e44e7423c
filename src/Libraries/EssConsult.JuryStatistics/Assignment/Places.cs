namespace EssConsult.JuryStatistics.Assignment;

/// <summary>What is still to be given, by numbers in the order of ids.</summary>
/// <param name="Needed">Jurors that each entry still wants.</param>
/// <param name="Room">Readings that each juror may still take.</param>
/// <param name="Least">Readings that each juror still has to take.</param>
/// <param name="Held">Readings that each juror has: carried, kept, given before.</param>
/// <param name="Open">By entry, then by juror: neither forbidden nor given.</param>
internal sealed record Places(int[] Needed, int[] Room, int[] Least, int[] Held, bool[][] Open)
{
    public int Entries => Needed.Length;

    public int Jurors => Room.Length;

    /// <summary>Seen from the jurors: what entries are to them.</summary>
    public bool[][] OpenByJuror() => [.. Enumerable.Range(0, Jurors).Select(juror => Array.ConvertAll(Open, row => row[juror]))];

    /// <summary>What is left when these are given.</summary>
    public Places Less(bool[][] given)
    {
        var loads = Enumerable.Range(0, Jurors).Select(juror => given.Count(row => row[juror])).ToArray();
        return new Places(
            [.. Needed.Zip(given, (needed, row) => needed - row.Count(taken => taken))],
            [.. Room.Zip(loads, (room, load) => room - load)],
            [.. Least.Zip(loads, (least, load) => Math.Max(0, least - load))],
            [.. Held.Zip(loads, (held, load) => held + load)],
            [.. Open.Zip(given, (open, row) => open.Zip(row, (may, taken) => may && !taken).ToArray())]);
    }
}
