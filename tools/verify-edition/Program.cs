using EssConsult.JuryRecord;

// Without a server and without a network: the file, and the root that was published.
if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("verify-edition FILE [ROOT]   ROOT: the register's print, from the page of the laureates");
    return 2;
}

try
{
    var verdict = EditionCheck.Of(await File.ReadAllBytesAsync(args[0]), args.ElementAtOrDefault(1));
    Console.WriteLine(verdict.Title);
    Console.WriteLine($"Root {verdict.Root}{(args.Length == 1 ? " (compare it with the one on the page of the laureates)" : string.Empty)}");
    foreach (var found in verdict.Checked)
    {
        Console.WriteLine($"  ok     {found}");
    }

    foreach (var fault in verdict.Faults)
    {
        Console.WriteLine($"  FAULT  {fault}");
    }

    foreach (var laureate in verdict.Laureates)
    {
        Console.WriteLine($"{laureate.Award}: {laureate.Title} (no. {laureate.Number}, rank {laureate.Rank})");
    }

    Console.WriteLine(verdict.IsSound ? verdict.SheetsErased ? "The edition is confirmed as it was recorded; its sheets are erased, so the ranking was not done again." : "The edition is confirmed." : "The edition is NOT confirmed.");
    return verdict.IsSound ? 0 : 1;
}
catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(unreadable.Message);
    return 1;
}
