using Regio.CareMessages.Model;

namespace Regio.CareMessages.Rules;

/// <summary>TR101: what names a class occurs once in a message.</summary>
internal static class KeyRules
{
    private const string Description = "The logical key of a class is unique within the message.";
    private const string Text = "Dit gegeven komt vaker voor in het bericht.";

    public static IReadOnlyList<MessageRule> All { get; } =
    [
        On<ToewijzingClient>((client, run) =>
        {
            foreach (var relation in client.Relaties)
                run.FaultIf(!run.IsNew($"relatie {relation.Nummer.Data}"), relation, nameof(relation.Nummer), relation.Nummer.Position);
            foreach (var contact in client.Contactgegevens)
                run.FaultIf(!run.IsNew($"contact {contact.Soort.Data}"), contact, nameof(contact.Soort), contact.Soort.Position);
        }),
        On<ToegewezenProduct>((product, run) => Number(product, product.ToewijzingNummer, run)),
        On<OngewijzigdProduct>((product, run) => Number(product, product.ToewijzingNummer, run)),
        On<TeWijzigenProduct>((product, run) => Number(product, product.ToewijzingNummer, run)),
        On<NieuwProduct>((product, run) => run.FaultIf(!run.IsNew($"{Of(product.Product)} {product.GewensteIngangsdatum.Data:O}"), product, "")),
        On<StartProduct>((start, run) => run.FaultIf(!run.IsNew($"{start.ToewijzingNummer} {Of(start.Product)} {start.Begindatum.Data:O}"), start, "")),
        On<StopProduct>((stop, run) => run.FaultIf(
            !run.IsNew($"{stop.ToewijzingNummer} {Of(stop.Product)} {stop.Begindatum.Data:O} {stop.RedenBeeindiging.Data} {stop.Einddatum.Data:O}"), stop, "")),
        On<DeclaratieClient>((client, run) => run.FaultIf(!run.IsNew(client.Bsn.Data), client, nameof(client.Bsn), client.Bsn.Position)),
    ];

    private static MessageRule<TPart> On<TPart>(Action<TPart, RuleRun> check)
        where TPart : MessagePart => new("TR101", "", Description, Text, check);

    private static void Number(MessagePart part, Value<long> number, RuleRun run) =>
        run.FaultIf(!run.IsNew($"toewijzing {number.Data}"), part, "ToewijzingNummer", number.Position);

    private static string Of(Product? product) => $"{product?.Categorie}/{product?.Code}";
}
