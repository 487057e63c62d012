using Microsoft.Extensions.Options;
using Regio.CareMessages.Answers;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Rules;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>
/// Takes in a claim (JW323), client by client: credits first, then debits, each line accepted or refused by itself. What is accepted counts for
/// its assignment and for the spend of its contract.
/// </summary>
internal sealed class TakeClaim(
    ProcurementDbContext db, CareClaimReader known, ClaimReading reading, AgreedTariffReader agreed, StoredClaimSpend spend, StoredCareVolumes volumes, IOptions<CareMessageOptions> options)
{
    public async Task<KnownVerdict> TakeAsync(Jw323 message, CareSides sides, CareArrival arrival, AnswerStamp stamp, CancellationToken ct)
    {
        var claim = message.Declaratie;
        var number = known.NumberHash(claim, sides);
        var month = claim.DeclaratiePeriode.Begindatum.Data;
        Finding[] whole = [.. CheckWhole(claim, await known.FindAsync(number, sides, month, ct))];
        if (whole.Length > 0)
            return new KnownVerdict(whole);

        var tariffs = await agreed.OfAsync(sides, month, ct);
        var (findings, answer, granted) = (new List<Finding>(), new ClaimAnswer(stamp), 0L);
        var doubted = new HashSet<(string Category, string Code)>();
        await foreach (var clients in reading.ClientsAsync(arrival.MessageId, new ReadLimits { Bytes = options.Value.MostBytes }, ct))
        {
            var books = await known.OpenAsync(clients, sides, tariffs, ct);
            var (found, taken) = Judge(clients, books, doubted, sides, arrival, month);
            // Lines that are taken back first: a debit in their place may follow at once.
            db.AddRange(taken.Where(line => line.CreditsId is not null));
            await db.SaveChangesAsync(ct);
            db.AddRange(taken.Where(line => line.CreditsId is null));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            granted += taken.Sum(line => line.Cents);
            foreach (var client in clients)
                answer.Judge(client, [.. found[client]]);
            findings.AddRange(clients.SelectMany(client => found[client]));
        }

        db.Add(new CareClaim
        {
            Id = arrival.MessageId,
            MunicipalityId = sides.MunicipalityId,
            ProviderAgbCode = sides.ProviderAgbCode,
            NumberHash = number,
            Month = month,
            ClaimedCents = claim.TotaalIngediendBedrag.WithSign,
            GrantedCents = granted,
        });
        await spend.CountAsync([arrival.MessageId], ct);
        await volumes.CountAsync(sides, arrival, ct);
        return new KnownVerdict(findings) { ClaimAnswer = answer.Make(message, []) };
    }

    private static IEnumerable<Finding> CheckWhole(Declaratie claim, KnownOfClaim known)
    {
        if (known.IsNumberUsed)
            yield return KnownClaimRules.NumberUnique.At(claim, nameof(claim.DeclaratieNummer), claim.DeclaratieNummer.Position);
        if (known.IsBeforeLast)
            yield return KnownClaimRules.PeriodFollows.At(claim, nameof(claim.DeclaratiePeriode), claim.DeclaratiePeriode.Position);
    }

    private (ILookup<DeclaratieClient, Finding> Found, List<CareClaimLine> Taken) Judge(
        IReadOnlyList<DeclaratieClient> clients, Dictionary<DeclaratieClient, ClaimBook> books, HashSet<(string Category, string Code)> doubted,
        CareSides sides, CareArrival arrival, DateOnly month)
    {
        var (found, taken) = (new List<(DeclaratieClient Client, Finding Finding)>(), new List<CareClaimLine>());
        foreach (var client in clients)
        {
            if (!books.TryGetValue(client, out var book))
            {
                found.Add((client, KnownClaimRules.ClientKnown.At(client, nameof(client.Bsn), client.Bsn.Position)));
                continue;
            }

            foreach (var line in client.Prestaties.OrderByDescending(line => line.IngediendBedrag.DebetCredit.Is("C")))
            {
                var earlier = line.ProductReferentie.VorigReferentieNummer;
                var lineKeys = new LineKeys(
                    Guid.CreateVersion7(arrival.At), arrival.MessageId, month, known.ReferenceHash(line.ProductReferentie.ReferentieNummer, sides),
                    earlier.HasValue ? known.ReferenceHash(earlier, sides) : null);
                var (broken, kept) = earlier.HasValue ? book.Credit(line, lineKeys) : book.Claim(line, lineKeys);
                if (broken is not null)
                    found.Add((client, broken.Rule.At(line, broken.Element, default)));
                else
                    taken.Add(kept!);
                // Once for each product: a claim may hold any number of lines of it.
                if (kept is not null && ClaimBook.Doubt(kept) is { } doubt && doubted.Add((kept.Category, kept.Code)))
                    found.Add((client, doubt.At(line, nameof(line.ProductCode), line.ProductCode.Position)));
            }
        }

        return (found.ToLookup(each => each.Client, each => each.Finding), taken);
    }
}
