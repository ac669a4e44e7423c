namespace EssConsult.JuryStatistics.Tests;

/// <summary>Published competitions, in a folder that is not part of the repository.</summary>
internal static class RealData
{
    /// <returns>Lines behind the heading; <see langword="null"/>, and it is said, where the folder is absent.</returns>
    public static string[][]? Read(string file)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, "shared", "data", "jury", file);
            if (File.Exists(path))
            {
                return [.. File.ReadLines(path).Skip(1).Select(line => line.Split(','))];
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine("skipped: data not here");
        return null;
    }

    public static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
