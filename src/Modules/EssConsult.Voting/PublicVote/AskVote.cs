using EssConsult.Mail.Contracts;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.PublicVote;

/// <param name="Choice">Canonical JSON.</param>
/// <param name="Network">As <see cref="NetworkPrefix"/> says it.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
internal sealed record VoteRequest(string Choice, string? Address, string? Stamp, string Network, string Language);

/// <summary>
/// Keeps a filled ballot and mails the link that confirms it. What the screen says afterwards is the same whether the mailbox has voted,
/// has been written to too often, or is new: only its owner learns which, by mail.
/// </summary>
internal sealed class AskVote(SiteDb db, PublicSecrets secrets, BallotStamps stamps, IMailQueue mail, ISiteAddress address, TimeProvider clock)
{
    /// <summary>Mails to one mailbox, asked for from one network, and votes by one form, in an hour: a person who starts anew is below, a machine is not.</summary>
    public const int MailsAnHour = 4, VotesPerFormAnHour = 30;

    /// <summary>Mails to one mailbox from all networks: whoever knows an address neither keeps its owner from voting nor floods the mailbox.</summary>
    public const int MailsFromAllNetworksAnHour = 20;

    /// <summary>Ballots of one network that wait for their link to be followed: more than a hall of people, less than a machine.</summary>
    public const int VotesPerNetworkAnHour = 2000;

    /// <exception cref="RuleException">It is no address, no form of ours, or the vote is closed.</exception>
    public async Task HandleAsync(Ballot ballot, BallotRule rule, VoteRequest asked, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (!ballot.TakesVotes(now))
        {
            throw new RuleException("vote.closed", "Ce vote est clos : rien n’a été enregistré.");
        }

        var key = await secrets.KeyOfAsync(db, ballot.Id, ct) ?? throw new InvalidOperationException($"The secret of ballot {ballot.Id} cannot be read.");
        if (EmailAddress.Clean(asked.Address) is not { } clean || key.Of(clean) is not { } traits)
        {
            throw new RuleException("vote.address", "Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.") { Field = "Address" };
        }

        var stamp = stamps.Read(asked.Stamp, ballot.Id) ?? throw new RuleException("vote.stamp", "Ce bulletin n’a pas pu être lu : rien n’a été enregistré. Recommencez.");
        var (form, hourAgo) = (unchecked((long)key.HashOf($"form\n{stamp.Form}")), now.AddHours(-1));
        var network = unchecked((long)key.HashOf($"network\n{asked.Network}"));
        var recent = db.Set<AskedVote>().Where(row => row.BallotId == ballot.Id && row.AskedUtc > hourAgo);

        // Nobody's turn to write is held for so long a count, and a few too many do no harm.
        if (await recent.CountAsync(row => row.Traits.Network == network, ct) >= VotesPerNetworkAnHour)
        {
            throw new RuleException("vote.network-limit", "Trop de votes sont venus de votre réseau depuis une heure. Réessayez plus tard.");
        }

        await using var write = await db.BeginWriteAsync(ct);
        if (await recent.CountAsync(row => row.Form == form, ct) >= VotesPerFormAnHour)
        {
            throw new RuleException("vote.form-limit", "Trop de votes sont venus de ce bulletin. Rouvrez la page du vote.");
        }

        var mailed = await recent.Where(row => row.Mailbox == traits.Address).Select(row => row.Traits.Network).ToListAsync(ct);
        if (mailed.Count < MailsFromAllNetworksAnHour && mailed.Count(one => one == network) < MailsAnHour)
        {
            var kept = db.Add(new AskedVote
            {
                BallotId = ballot.Id, Mailbox = traits.Address, Choice = asked.Choice, AskedUtc = now, Form = form,
                Traits = new OriginTraits
                {
                    Domain = unchecked((long)traits.Domain), Skeleton = unchecked((long)traits.Skeleton), Shape = unchecked((long)traits.Shape), IsDisposable = traits.IsDisposable, IsCommonDomain = traits.IsCommonDomain,
                    Network = network, OnFormMilliseconds = (long)(now - stamp.ShownUtc).TotalMilliseconds, SealedAddress = secrets.Seal(clean), Language = asked.Language,
                },
            }).Entity;
            await MailAsync(ballot, rule, kept, clean, ct);
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    /// <summary>Whoever may not vote again has no link: the row stays for the limits only.</summary>
    private async Task MailAsync(Ballot ballot, BallotRule rule, AskedVote kept, string recipient, CancellationToken ct)
    {
        var hasVoted = await db.Set<Vote>().AnyAsync(vote => vote.BallotId == ballot.Id && vote.VoterId == kept.Mailbox, ct);
        var language = kept.Traits.Language;
        await mail.EnqueueAsync(new MailDraft("vote-confirm", recipient)
        {
            Language = language,
            NotAfterUtc = ballot.ClosesUtc,
            Model = new Dictionary<string, object?>
            {
                ["Title"] = ballot.Title, ["IsRefused"] = hasVoted && !rule.Revote, ["Replaces"] = hasVoted, ["Until"] = ballot.ClosesUtc?.MomentIn(Language.Of(language)),
                ["Url"] = address.Absolute(hasVoted && !rule.Revote ? $"/votes/{ballot.Id}" : secrets.ToConfirm(ballot.Id, kept.Id), language),
            },
        }, ct);
    }
}
