using System.Text.Json;
using EssConsult.BallotRecord;

// Without a server and without a network: the three files of a vote, and the print of its rule that was on the page while it was open.
if (args.Length is < 3 or > 4)
{
    Console.Error.WriteLine("recount RULE BALLOTS RESULT [PRINT]   PRINT: the rule's print, as it stood on the page of the vote");
    return 2;
}

try
{
    var (rule, box, published) = (await File.ReadAllTextAsync(args[0]), await File.ReadAllTextAsync(args[1]), await File.ReadAllTextAsync(args[2]));
    var result = Recount.Of(rule, box);
    var (read, ballots) = (BallotRule.Read(rule), BallotBox.Read(box));
    Console.WriteLine(read.Title);
    Console.WriteLine($"Rule    {result.Rule}{(args.Length == 3 ? " (compare it with the print on the page of the vote)" : string.Empty)}");
    Console.WriteLine($"Ballots {result.Box}");
    foreach (var batch in ballots.Batches)
    {
        Console.WriteLine($"  {batch.Name}: {batch.Ballots} ballots{(batch.Difference is { } why ? $" (differs from the desk: {why})" : string.Empty)}");
    }

    if (ballots.SignedOff is { } signed)
    {
        Console.WriteLine($"  Signed off at the desk: {signed}");
    }

    foreach (var (reason, votes) in ballots.Excluded ?? new Dictionary<string, int>())
    {
        Console.WriteLine($"  left out by the commission, {reason}: {votes} ballots");
    }

    foreach (var (question, counted) in read.Questions.Zip(result.Questions))
    {
        var labels = question.Options.ToDictionary(option => option.Id, option => option.Label);
        Console.WriteLine($"{question.Title}: {(counted.Tally.Winners.Count == 0 ? "nothing is chosen" : string.Join(", ", counted.Tally.Winners.Select(id => labels[id])))}");
    }

    var isSame = result.Write() == published;
    var isPrint = args.ElementAtOrDefault(3) is not { } print || print.Trim() == result.Rule;
    Console.WriteLine(isPrint ? "  ok     the rule is the one that was frozen" : "  FAULT  the rule is not the one whose print was published");
    Console.WriteLine(isSame ? "  ok     the recount gives the published result to the byte" : "  FAULT  the recount gives another result than the published one");
    Console.WriteLine(isSame && isPrint ? "The result is confirmed." : "The result is NOT confirmed.");
    return isSame && isPrint ? 0 : 1;
}
catch (Exception unreadable) when (unreadable is JsonException or FormatException or ArgumentException or OverflowException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(unreadable.Message);
    return 1;
}
