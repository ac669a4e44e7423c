using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using EssConsult.Prize.Sittings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize;

internal static class PrizeTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Edition>(edition =>
        {
            edition.ToTable("prize_edition").HasKey(row => row.ContentItemId);
            edition.Ignore(row => row.LateUntilUtc).Ignore(row => row.CategoryList).Ignore(row => row.ReminderDays);
            edition.Property(row => row.Stage).HasRule("prize.changed-elsewhere", "Cette édition vient d’avancer. Rechargez la page.");
            edition.HasCheckRule("ck_prize_edition_rule", "stage = 'Call' OR rule_hash IS NOT NULL", "prize.no-rule", "La règle de notation n’est pas figée.");
        });
        model.Entity<Entry>(entry =>
        {
            entry.ToTable("prize_entry").HasKey(row => row.Id);
            entry.Ignore(row => row.WasSent).Ignore(row => row.HasUnsentChanges);
            entry.Property(row => row.Title).HasMaxLength(200);
            entry.Property(row => row.Version).HasRule("entry.two-tabs", Entry.TwoTabs);
            entry.HasIndex(row => new { row.EditionId, row.Number }).HasRule("entry.number", "Ce numéro de dossier est déjà pris.");
            entry.HasIndex(row => row.OwnerId);
            entry.HasCheckRule("ck_prize_entry_sent", "state = 'Draft' OR (number IS NOT NULL AND receipt IS NOT NULL)", "entry.not-sent", "Ce dossier n’a pas été envoyé.");
            entry.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId);
        });
        model.Entity<EntrySubmission>(sent =>
        {
            sent.ToTable("prize_entry_submission").HasKey(row => new { row.EntryId, row.Sequence }).HasRule("entry.sent", "Ce dossier vient d’être envoyé.");
            sent.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<Screening>(screening =>
        {
            screening.ToTable("prize_screening").HasKey(row => new { row.EntryId, row.ReaderId }).HasRule("entry.screened", "Votre avis vient d’être enregistré ailleurs. Rechargez la page.");
            screening.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<EditionTerms>(terms =>
        {
            terms.ToTable("prize_terms").HasKey(row => new { row.EditionId, row.Kind, row.Version }).HasRule("prize.terms", "Le règlement vient de changer ailleurs. Rechargez la page.");
            terms.Ignore(row => row.Name);
            terms.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId);
        });
        model.Entity<Appeal>(appeal =>
        {
            appeal.ToTable("prize_appeal").HasKey(row => row.EntryId).HasRule("appeal.twice", "Un recours est déjà déposé.");
            appeal.Property(row => row.DecidedUtc).HasRule("appeal.decided", "Ce recours est déjà décidé.");
            appeal.HasCheckRule("ck_prize_appeal_decided", "(decided_utc IS NULL) = (decided_by_id IS NULL) AND (decided_utc IS NULL) = (reason IS NULL)", "appeal.whole", "Une décision de recours a un auteur et une raison.");
            appeal.HasOne<Entry>().WithOne().HasForeignKey<Appeal>(row => row.EntryId);
        });
        MapApplicants(model);
        MapJury(model);
        SittingTables.Map(model);
        Public.PublicVoteTables.Map(model);
        model.Entity<Mark>(mark =>
        {
            mark.ToTable("prize_mark").HasKey(row => row.Nonce).HasRule(Mark.Sent, "Cette note est déjà enregistrée.");
            mark.Property(row => row.Field).HasMaxLength(40);
            mark.HasIndex(row => new { row.JurorId, row.EntryId });
            mark.HasOne<JuryPair>().WithMany().HasForeignKey(row => new { row.JurorId, row.EntryId });
        });
        model.Entity<Sheet>(sheet =>
        {
            sheet.ToTable("prize_sheet").HasKey(row => new { row.JurorId, row.EntryId }).HasRule("sheet.sent", "Cette grille vient d’être validée ailleurs. Rechargez la page.");
            sheet.HasIndex(row => row.EntryId);
            sheet.HasCheckRule("ck_prize_sheet_assigned", "standing = 'Assigned'", "sheet.recused", "Ce dossier est écarté : il ne peut pas être noté.");
            sheet.HasOne<JuryPair>().WithMany().HasForeignKey(row => new { row.JurorId, row.EntryId, row.Standing }).HasPrincipalKey(pair => new { pair.JurorId, pair.EntryId, pair.Standing });
        });
        model.Entity<SheetSubmission>(sent =>
        {
            sent.ToTable("prize_sheet_submission").HasKey(row => row.Id);
            sent.HasIndex(row => new { row.JurorId, row.EntryId, row.Sequence }).HasRule("sheet.sent-twice", "Cette grille vient d’être validée ailleurs. Rechargez la page.");
        });
        model.Entity<EditionResult>(result =>
        {
            result.ToTable("prize_result").HasKey(row => row.EditionId).HasRule("prize.frozen", "Le classement est déjà arrêté.");
            result.HasOne<Edition>().WithOne().HasForeignKey<EditionResult>(row => row.EditionId);
        });
        model.Entity<SignedMinutes>(minutes =>
        {
            minutes.ToTable("prize_minutes").HasKey(row => row.EditionId);
            minutes.HasOne<Edition>().WithOne().HasForeignKey<SignedMinutes>(row => row.EditionId);
        });
        model.Entity<RecordedAct>(act =>
        {
            act.ToTable("prize_act").HasKey(row => new { row.EditionId, row.Position }).HasRule("prize.record", "Le registre de cette édition vient d’avancer. Réessayez.");
            act.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId);
        });
        model.Entity<Award>(award =>
        {
            award.ToTable("prize_award").HasKey(row => row.EntryId).HasRule("prize.award-twice", "Ce dossier a déjà une distinction.");
            award.HasIndex(row => row.EditionId);
            award.Property(row => row.Name).HasMaxLength(100);
            award.HasOne<Entry>().WithOne().HasForeignKey<Award>(row => row.EntryId);
        });
    }

    private static void MapApplicants(ModelBuilder model)
    {
        model.Entity<EntryFile>(file =>
        {
            file.ToTable("prize_entry_file").HasKey(row => row.Id);
            file.HasIndex(row => row.EntryId);
            file.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<CoApplicant>(other =>
        {
            other.ToTable("prize_co_applicant").HasKey(row => row.Id);
            other.Property(row => row.Email).HasMaxLength(254);
            other.Property(row => row.EmailKey).HasMaxLength(254);
            other.HasIndex(row => new { row.EntryId, row.EmailKey }).HasRule("coapplicant.twice", "Cette personne est déjà invitée à ce dossier.");
            other.HasIndex(row => new { row.EntryId, row.PersonId }).HasRule("coapplicant.person-twice", "Ce dossier est déjà le vôtre.");
            other.HasIndex(row => row.PersonId).HasFilter("person_id IS NOT NULL");
            other.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<LateCode>(code =>
        {
            code.ToTable("prize_late_code").HasKey(row => row.Id);
            code.Property(row => row.Email).HasMaxLength(254);
            code.Property(row => row.UsedUtc).HasRule("late-code.used", "Ce code a déjà servi.");
            code.HasIndex(row => new { row.EditionId, row.Hash }).HasRule("late-code.same", "Ce code existe déjà. Réessayez.");
            code.HasCheckRule("ck_prize_late_code_used", "(used_utc IS NULL) = (entry_id IS NULL)", "late-code.entry", "Un code utilisé a ouvert un dossier.");
            code.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId);
        });
    }

    private static void MapJury(ModelBuilder model)
    {
        model.Entity<Juror>(juror =>
        {
            juror.ToTable("prize_juror").HasKey(row => row.Id);
            juror.Property(row => row.Email).HasMaxLength(254);
            juror.Property(row => row.EmailKey).HasMaxLength(254);
            juror.Property(row => row.State).HasRule("juror.changed-elsewhere", "Cette invitation vient de changer. Rechargez la page.");
            juror.HasIndex(row => new { row.EditionId, row.EmailKey }).HasRule("juror.twice", "Cette personne est déjà invitée au jury.");
            juror.HasIndex(row => new { row.EditionId, row.PersonId }).HasRule("juror.person-twice", "Vous êtes déjà dans ce jury.");
            juror.HasIndex(row => row.PersonId).HasFilter("person_id IS NOT NULL");
            juror.HasOne<Edition>().WithMany().HasForeignKey(row => row.EditionId);
        });
        model.Entity<JurorReminder>(reminder =>
        {
            reminder.ToTable("prize_juror_reminder").HasKey(row => new { row.JurorId, row.DeadlineUtc, row.Days }).HasRule("juror.reminded", "Ce rappel est déjà parti.");
            reminder.HasOne<Juror>().WithMany().HasForeignKey(row => row.JurorId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Conflict>(conflict =>
        {
            conflict.ToTable("prize_conflict").HasKey(row => row.Id);
            conflict.HasIndex(row => new { row.EntryId, row.PersonId, row.Kind }).HasRule("conflict.twice", "Ce lien est déjà déclaré.");
            conflict.HasIndex(row => new { row.EditionId, row.PersonId });
            conflict.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<LinkHint>(hint =>
        {
            hint.ToTable("prize_link_hint").HasKey(row => row.Id);
            hint.Property(row => row.State).HasRule("hint.decided", "Ce lien possible est déjà tranché.");
            hint.HasIndex(row => new { row.EntryId, row.PersonId, row.Kind }).HasRule("hint.twice", "Ce lien possible est déjà noté.");
            hint.HasIndex(row => row.EditionId);
            hint.HasCheckRule("ck_prize_link_hint_decided", "state = 'Pending' OR decided_utc IS NOT NULL", "hint.undecided", "Dites qui a tranché, et quand.");
            hint.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<JuryPair>(pair =>
        {
            pair.ToTable("prize_jury_pair").HasKey(row => new { row.JurorId, row.EntryId });
            pair.HasAlternateKey(row => new { row.JurorId, row.EntryId, row.Standing });
            pair.HasIndex(row => row.EntryId);
            pair.HasIndex(row => row.EditionId);
            pair.HasOne<Juror>().WithMany().HasForeignKey(row => row.JurorId);
            pair.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
    }
}
