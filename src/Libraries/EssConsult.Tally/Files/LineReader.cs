using System.Text;

namespace EssConsult.Tally.Files;

/// <summary>Lines one by one, with their numbers; remembers how they end, so that a file can be written as it was.</summary>
internal sealed class LineReader(TextReader reader)
{
    private const int LongestLine = 1_000_000;

    private readonly StringBuilder text = new();

    /// <summary>Of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    public bool EndsWithCarriageReturn { get; private set; }

    /// <summary>Whether the last line had an end.</summary>
    public bool IsClosed { get; private set; }

    public string? Next()
    {
        text.Clear();
        IsClosed = false;
        for (var read = reader.Read(); read >= 0; read = reader.Read())
        {
            if (read == '\n')
            {
                IsClosed = true;
                break;
            }

            if (text.Length >= LongestLine)
            {
                throw new BallotFileException(Number + 1, BallotFileFault.TooLarge, "The line has more than a million characters.");
            }

            if (Number > 0 || text.Length > 0 || read != '\uFEFF')
            {
                text.Append((char)read);
            }
        }

        if (text.Length == 0 && !IsClosed)
        {
            IsClosed = true;
            return null;
        }

        Number++;
        if (text.Length > 0 && text[^1] == '\r')
        {
            EndsWithCarriageReturn = true;
            text.Length--;
        }

        return text.ToString();
    }

    public BallotFileException Fault(BallotFileFault fault, string sentence) => new(Number, fault, sentence);

    /// <summary>A whole number from 0 to <paramref name="most"/>.</summary>
    public long Integer(ReadOnlySpan<char> digits, long most, string what) =>
        long.TryParse(digits.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value <= most
            ? value
            : throw Fault(BallotFileFault.Number, $"{what} is a whole number, {most} at most.");
}
