using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>Files of care messages, and their delivery.</summary>
internal sealed class CareFiles(ProcurementHost host)
{
    public const string Bsn = "999900006";
    private const int PieceBytes = 64 * 1024;

    private static int s_numbers;

    public CareOrderService.CareOrderServiceClient Region { get; } = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public CareOrderService.CareOrderServiceClient Of(string role, string? municipality = null, string? provider = null) =>
        new(host.Invoker(TestTokens.For(role, municipality, provider)));

    /// <summary>A number of a message that no other test uses.</summary>
    public static string NewNumber() => $"T{Interlocked.Increment(ref s_numbers)}";

    /// <summary>A start message that keeps every rule, of task-based work: nothing has to come before it.</summary>
    public static string Start(string agbCode, string? number = null, string municipality = "0106", string bsn = Bsn, string date = "2026-02-05") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Bericht xmlns="http://www.istandaarden.nl/ijw/3_2/jw305/schema" xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema">
        <Header><BerichtCode>438</BerichtCode><BerichtVersie>3</BerichtVersie><BerichtSubversie>2</BerichtSubversie><Afzender>{agbCode}</Afzender><Ontvanger>{municipality}</Ontvanger><BerichtIdentificatie><i:Identificatie>{number ?? NewNumber()}</i:Identificatie><i:Dagtekening>{date}</i:Dagtekening></BerichtIdentificatie><XsdVersie><i:BasisschemaXsdVersie>0.1.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>0.1.0</i:BerichtXsdVersie></XsdVersie></Header>
        <Client><Bsn>{bsn}</Bsn><Geboortedatum><i:Datum>2012-05-04</i:Datum></Geboortedatum><Geslacht>2</Geslacht><Naam><i:Geslachtsnaam><i:Achternaam>Zandbergen</i:Achternaam></i:Geslachtsnaam></Naam>
        <StartProducten><StartProduct><Begindatum>2026-01-12</Begindatum><StatusAanlevering>1</StatusAanlevering></StartProduct></StartProducten></Client>
        </Bericht>
        """;

    /// <summary>A claim of so many lines of an hour at € 75.00, each for a client of its own.</summary>
    public static string Claim(string agbCode, int lines)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Bericht xmlns="http://www.istandaarden.nl/ijw/3_2/jw323/schema" xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema">
            <Header><BerichtCode>490</BerichtCode><BerichtVersie>3</BerichtVersie><BerichtSubversie>2</BerichtSubversie><Afzender>{agbCode}</Afzender><Ontvanger>0106</Ontvanger><BerichtIdentificatie><i:Identificatie>{NewNumber()}</i:Identificatie><i:Dagtekening>2026-02-05</i:Dagtekening></BerichtIdentificatie><XsdVersie><i:BasisschemaXsdVersie>0.1.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>0.1.0</i:BerichtXsdVersie></XsdVersie></Header>
            <Declaratie><DeclaratieNummer>D1</DeclaratieNummer><DeclaratiePeriode><i:Begindatum>2026-01-01</i:Begindatum><i:Einddatum>2026-01-31</i:Einddatum></DeclaratiePeriode><DeclaratieDagtekening>2026-02-03</DeclaratieDagtekening><TotaalIngediendBedrag><i:TotaalBedrag>{lines * 7500L}</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></TotaalIngediendBedrag><Clienten>

            """);
        for (var line = 0; line < lines; line++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                <Client><Bsn>{Numbers(line)}</Bsn><Prestaties><Prestatie><ProductReferentie><i:ReferentieNummer>L{line}</i:ReferentieNummer></ProductReferentie><ToewijzingNummer>{line}</ToewijzingNummer><ProductCategorie>45</ProductCategorie><ProductCode>45A04</ProductCode><ProductPeriode><i:Begindatum>2026-01-01</i:Begindatum><i:Einddatum>2026-01-31</i:Einddatum></ProductPeriode><GeleverdVolume>1</GeleverdVolume><Eenheid>04</Eenheid><ProductTarief>7500</ProductTarief><IngediendBedrag><i:Bedrag>7500</i:Bedrag><i:DebetCredit>D</i:DebetCredit></IngediendBedrag></Prestatie></Prestaties></Client>

                """);
        }

        return text.Append("</Clienten></Declaratie></Bericht>").ToString();
    }

    /// <summary>A new product of the catalogue with a code of iJw; answers its id.</summary>
    public async Task<string> ProductAsync(string category, string code) => (await host.Catalogue.CreateProductAsync(new()
    {
        RequestId = ProcurementHost.NewId(),
        Product = new()
        {
            Id = $"test-{Guid.CreateVersion7():N}",
            Name = "Hulp in een proef",
            Level = 5,
            CareCategory = category,
            CareCode = code,
            Period = new() { StartDate = ProcurementHost.Day(2025, 1, 1) },
            Source = new() { Title = "Proef", Place = "regel 1" },
        },
    })).Product.Id;

    /// <summary>A number that passes the eleven-test, another for each index.</summary>
    public static string Numbers(int index)
    {
        for (var number = (index * 20L) + 100_000_000; ; number++)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            if (Enumerable.Range(0, 8).Sum(place => (9 - place) * (text[place] - '0')) % 11 == text[8] - '0')
                return text;
        }
    }

    public static byte[] Bytes(string text) => new UTF8Encoding(false).GetBytes(text);

    public static string Sha256(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    public Task<DeliverCareMessageResponse> DeliverAsync(string file, CareOrderService.CareOrderServiceClient? by = null) => DeliverAsync(Bytes(file), by);

    public async Task<DeliverCareMessageResponse> DeliverAsync(byte[] file, CareOrderService.CareOrderServiceClient? by = null, string? sha256 = null)
    {
        using var call = (by ?? Region).DeliverCareMessage();
        for (var at = 0; at == 0 || at < file.Length; at += PieceBytes)
        {
            var piece = new DeliverCareMessageRequest { Chunk = ByteString.CopyFrom(file, at, Math.Min(PieceBytes, file.Length - at)) };
            if (at == 0)
                piece.Header = new CareFileHeader { Sha256 = sha256 ?? Sha256(file) };
            if (!await call.RequestStream.WriteOrEndAsync(piece, call.ResponseAsync))
                break;
        }

        return await EndAsync(call);
    }

    public static async Task<DeliverCareMessageResponse> EndAsync(AsyncClientStreamingCall<DeliverCareMessageRequest, DeliverCareMessageResponse> call)
    {
        await call.RequestStream.CompleteOrEndAsync();
        return await call.ResponseAsync;
    }

    public async Task<byte[]> AnswerAsync(string id, CareOrderService.CareOrderServiceClient? by = null)
    {
        using var call = (by ?? Region).DownloadCareAnswer(new DownloadCareAnswerRequest { Id = id });
        using var bytes = new MemoryStream();
        await foreach (var part in call.ResponseStream.ReadAllAsync())
            part.Chunk.WriteTo(bytes);
        return bytes.ToArray();
    }

    public Task<long> RowsAsync() => host.Database.ScalarAsync<long>(
        "select (select count(*) from care_file) + (select count(*) from care_file_piece) + (select count(*) from care_message) + (select count(*) from care_finding) + (select count(*) from care_client) + (select count(*) from care_assignment) + (select count(*) from care_delivery) + (select count(*) from care_request) + (select count(*) from care_claim) + (select count(*) from care_claim_line) + (select count(*) from care_volume) + (select count(*) from outbox_message where message_type like '%CareMessage%')");
}
