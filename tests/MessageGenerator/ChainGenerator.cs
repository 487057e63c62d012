using System.Globalization;
using Regio.CareMessages.Description;
using Regio.CareMessages.Model;
using Regio.CareMessages.Writing;

namespace Regio.MessageGenerator;

/// <summary>
/// Makes the messages of a year between providers and municipalities, month by month: first what is sent about each client, then the claims
/// of the month. Nothing of a client is kept; memory does not grow with their number, but for the ledger of planted errors.
/// </summary>
/// <remarks>
/// A message with a planted error comes before the right one or beside it, so that a reader who refuses it as the standard says finds
/// everything after it in order. A line that is refused is claimed again in the next month.
/// </remarks>
public sealed class ChainGenerator
{
    private readonly ChainPlan _plan;

    /// <summary>Takes a plan.</summary>
    /// <exception cref="ArgumentException">The plan has no municipality, no provider, a provider without offers, or more than four million clients.</exception>
    public ChainGenerator(ChainPlan plan)
    {
        if (plan.Municipalities.Count == 0 || plan.Providers.Count == 0 || plan.Providers.Any(provider => provider.Offers.Count == 0))
            throw new ArgumentException("A plan has municipalities, and providers that offer something.", nameof(plan));
        if (plan.Clients is < 0 or > 4_000_000)
            throw new ArgumentException("A plan has at most four million clients.", nameof(plan));
        _plan = plan;
    }

    /// <summary>What is known of the files that were taken.</summary>
    public Ledger Ledger { get; } = new();

    private int Pairs => _plan.Providers.Count * _plan.Municipalities.Count;

    /// <summary>The files in the order in which they come in. To be taken once: the ledger fills on the way.</summary>
    public IEnumerable<GeneratedFile> Files()
    {
        for (var month = 1; month <= 12; month++)
        {
            for (var client = 0; client < _plan.Clients; client++)
            {
                foreach (var file in LettersOf(client, month))
                    yield return file;
            }

            for (var pair = 0; pair < Pairs; pair++)
            {
                foreach (var file in ClaimsOf(pair, month))
                    yield return file;
            }
        }
    }

    private IEnumerable<GeneratedFile> LettersOf(int client, int month)
    {
        var number = 0;
        foreach (var letter in new Life(_plan, client).Letters)
        {
            if (!letter.RepeatsNumber)
                number++;
            if (letter.Date.Month == month)
                yield return FileOf(letter, client % Pairs, $"{client}-{number}", letter.RepeatsNumber ? "bis" : "");
        }
    }

    private GeneratedFile FileOf(Letter letter, int pair, string number, string suffix)
    {
        var name = $"{letter.Date:yyyyMMdd}-{letter.Kind.Name}-{number}{suffix}.xml";
        if (letter.Fault is { } fault)
            Plant(name, fault.Error, fault.Path);
        Ledger.Files++;
        return new GeneratedFile(name, letter.Kind, letter.Date, stream =>
        {
            var message = letter.Body();
            Fill(message.Envelope, letter.Kind, pair, number, letter.Date);
            if (letter.Fault?.Spoil is not { } spoil)
            {
                MessageWriter.Write(message, stream);
                return;
            }

            using var bytes = new MemoryStream();
            MessageWriter.Write(message, bytes);
            stream.Write(spoil(bytes.ToArray()));
        });
    }

    private IEnumerable<GeneratedFile> ClaimsOf(int pair, int month)
    {
        var chance = new Random(unchecked((_plan.Seed * 92_821) + (pair * 31) + month));
        var hasStranger = Plants(PlantedError.UnknownClient, chance);
        var (total, lines, second) = Total(pair, month, hasStranger);
        if (lines == 0)
            yield break;
        if (Plants(PlantedError.WrongTotal, chance))
            yield return ClaimFile(pair, month, "T", total + 1, hasStranger, false, PlantedError.WrongTotal, "/Bericht/Declaratie/TotaalIngediendBedrag");
        if (Plants(PlantedError.DuplicateReference, chance) && second is not null)
            yield return ClaimFile(pair, month, "R", total, hasStranger, true, PlantedError.DuplicateReference, $"{second}/ProductReferentie/ReferentieNummer");
        var file = ClaimFile(pair, month, "", total, hasStranger, false, null, "");
        Book(pair, month, file.Name, hasStranger);
        yield return file;
    }

    private GeneratedFile ClaimFile(int pair, int month, string suffix, long total, bool hasStranger, bool repeatsReference, PlantedError? error, string path)
    {
        var number = $"{pair}M{month:D2}{suffix}";
        var sent = new DateOnly(_plan.Year, month, 1).AddMonths(1).AddDays(2);
        var name = $"{sent:yyyyMMdd}-JW323-{number}.xml";
        if (error is { } planted)
            Plant(name, planted, path);
        Ledger.Files++;
        return new GeneratedFile(name, MessageKind.Jw323, sent, stream =>
        {
            var claim = new Jw323
            {
                Declaratie = new()
                {
                    DeclaratieNummer = number,
                    DeclaratiePeriode = new() { Begindatum = new DateOnly(_plan.Year, month, 1), Einddatum = new DateOnly(_plan.Year, month, 1).AddMonths(1).AddDays(-1) },
                    DeclaratieDagtekening = sent,
                    TotaalIngediendBedrag = new() { TotaalBedrag = Math.Abs(total), DebetCredit = total < 0 ? "C" : "D" },
                    Clienten = repeatsReference ? RepeatReference(Clients(pair, month, hasStranger)) : Clients(pair, month, hasStranger).Select(client => client.Client),
                },
            };
            Fill(claim.Header, MessageKind.Jw323, pair, number, sent);
            MessageWriter.Write(claim, stream);
        });
    }

    private (long Total, int Lines, string? Second) Total(int pair, int month, bool hasStranger)
    {
        var (total, lines, position, second) = (0L, 0, 0, (string?)null);
        foreach (var (_, claimed) in Clients(pair, month, hasStranger))
        {
            position++;
            foreach (var (index, line) in claimed.Index())
            {
                total += line.Cents;
                if (++lines == 2)
                    second = $"/Bericht/Declaratie/Clienten/Client[{position}]/Prestaties/Prestatie[{index + 1}]";
            }
        }

        return (total, lines, second);
    }

    /// <summary>Puts the lines of a claim into the ledger: what is right into the sums, what is wrong among the planted errors.</summary>
    private void Book(int pair, int month, string file, bool hasStranger)
    {
        var position = 0;
        foreach (var (client, claimed) in Clients(pair, month, hasStranger))
        {
            var path = $"/Bericht/Declaratie/Clienten/Client[{++position}]";
            if (claimed is [{ Error: PlantedError.UnknownClient }])
            {
                Plant(file, PlantedError.UnknownClient, $"{path}/Bsn");
                continue;
            }

            foreach (var (index, line) in claimed.Index())
            {
                if (line.Error is { } error)
                    Plant(file, error, $"{path}/Prestaties/Prestatie[{index + 1}]{line.ErrorPath}");
                else
                    Ledger.Add(new SpendingKey(line.Offer.Ceiling, ProviderOf(pair).Code, MunicipalityOf(pair), line.Offer.Category, line.Offer.Code, line.From.Month), line.Cents, line.SignedVolume);
            }
        }
    }

    private IEnumerable<(DeclaratieClient Client, IReadOnlyList<Line> Lines)> Clients(int pair, int month, bool hasStranger)
    {
        var any = false;
        for (var client = pair; client < _plan.Clients; client += Pairs)
        {
            var life = new Life(_plan, client);
            var lines = life.LinesOf(month);
            if (lines.Count == 0)
                continue;
            any = true;
            yield return (new DeclaratieClient { Bsn = life.Bsn, Prestaties = [.. lines.Select(line => line.Make())] }, lines);
        }

        if (!hasStranger || !any)
            yield break;
        var (offer, first) = (ProviderOf(pair).Offers[0], new DateOnly(_plan.Year, month, 1));
        var stranger = _plan.Clients + (pair * 12) + month;
        Line[] claimed = [new(9_000_000, offer, first, first.AddMonths(1).AddDays(-1), 1, offer.TariffCents, $"S{pair}-{month}", Error: PlantedError.UnknownClient)];
        yield return (new DeclaratieClient { Bsn = Person.BsnOf(stranger), Prestaties = [claimed[0].Make()] }, claimed);
    }

    private static IEnumerable<DeclaratieClient> RepeatReference(IEnumerable<(DeclaratieClient Client, IReadOnlyList<Line> Lines)> clients)
    {
        string? first = null;
        var isDone = false;
        foreach (var (client, _) in clients)
        {
            foreach (var line in client.Prestaties)
            {
                if (first is not null && !isDone)
                {
                    line.ProductReferentie.ReferentieNummer = first;
                    isDone = true;
                }

                first ??= line.ProductReferentie.ReferentieNummer.Data;
            }

            yield return client;
        }
    }

    private void Fill(Header header, MessageKind kind, int pair, string number, DateOnly date)
    {
        var (municipality, provider) = (MunicipalityOf(pair), ProviderOf(pair).Code);
        (header.BerichtCode, header.BerichtVersie, header.BerichtSubversie) = (kind.Code, 3, 2);
        (header.Afzender, header.Ontvanger) = kind.FromMunicipality ? (municipality, provider) : (provider, municipality);
        header.BerichtIdentificatie = new() { Identificatie = number, Dagtekening = date };
        header.XsdVersie = new() { BasisschemaXsdVersie = "0.1.0", BerichtXsdVersie = "0.1.0" };
    }

    private void Plant(string file, PlantedError error, string path)
    {
        var (level, rule, code) = Planted.RuleOf(error);
        Ledger.Add(new Planted(file, error, level, rule, code, path));
    }

    private bool Plants(PlantedError error, Random chance) => chance.NextDouble() < _plan.Errors.GetValueOrDefault(error);

    private PlannedProvider ProviderOf(int pair) => _plan.Providers[pair % _plan.Providers.Count];

    private string MunicipalityOf(int pair) => _plan.Municipalities[pair / _plan.Providers.Count];

    /// <summary>What stands in the ledger, as lines of text separated by semicolons.</summary>
    public IEnumerable<string> LedgerLines() =>
    [
        "kind;file or ceiling;error or provider;rule or municipality;code or category;path or product;month;cents;volume",
        .. Ledger.Planted.Select(each => $"planted;{each.File};{each.Error};{each.Rule};{each.Code};{each.Path};;;"),
        .. Ledger.Spendings.OrderBy(each => each.Key.ToString(), StringComparer.Ordinal).Select(each => string.Create(
            CultureInfo.InvariantCulture,
            $"spent;{each.Key.Ceiling};{each.Key.Provider};{each.Key.Municipality};{each.Key.Category};{each.Key.Code};{each.Key.Month};{each.Value.Cents};{each.Value.Volume}")),
    ];
}
