using Regio.CareMessages.Description;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Answers;

/// <summary>
/// Makes the return message (302, 306, 308, 316, 318 or 320) that a message must have within three working days. A pure function of the
/// message, what was found about it and the stamp of who answers: the same three give the same return. JW323 is answered by <see cref="ClaimAnswer"/>.
/// </summary>
/// <remarks>
/// Nothing wrong: the header without codes. A rule within the message (level 2), or an error without a code of the list: the header with 0001.
/// An error of the header: the header with its code. An error further down: the header with 0200 and the whole body as it was received, where each
/// class has the codes of what was found at it, 0200, or 0233 when it lies within a class that is refused (reading: what holds it was refused,
/// so it was not looked at any further).
/// </remarks>
public static class ReturnMessage
{
    /// <summary>Makes the return.</summary>
    /// <param name="message">A message that has a return message; it is left as it is.</param>
    /// <param name="findings">
    /// All that was found, on every level. A path leads to the class with codes that is nearest above it; a rule of level 3 or 4 therefore
    /// gives the path of the class that its code concerns, or of an element in it. Warnings refuse nothing and are not passed on.
    /// </param>
    /// <param name="stamp">Who answers adds this.</param>
    /// <returns>The return message; null when the structure is wrong (level 1), since then there is none.</returns>
    /// <exception cref="ArgumentException">The message is one that has no return message of this form.</exception>
    public static Message? To(Message message, IReadOnlyCollection<Finding> findings, AnswerStamp stamp)
    {
        var verdict = new Verdict(findings);
        if (verdict.IsNoMessage)
            return null;
        return message switch
        {
            Jw301 sent => new Jw302 { Header = Head(sent, stamp, MessageKind.Jw302) }.With(verdict, sent.Client, (answer, client) => answer.Client = client),
            Jw305 sent => new Jw306 { Header = Head(sent, stamp, MessageKind.Jw306) }.With(verdict, sent.Client, (answer, client) => answer.Client = client),
            Jw307 sent => new Jw308 { Header = Head(sent, stamp, MessageKind.Jw308) }.With(verdict, sent.Client, (answer, client) => answer.Client = client),
            Jw315 sent => new Jw316 { Header = Head(sent, stamp, MessageKind.Jw316) }.With(verdict, sent.Client, (answer, client) => answer.Client = client),
            Jw317 sent => new Jw318 { Header = Head(sent, stamp, MessageKind.Jw318) }.With(verdict, sent.Client, (answer, client) => answer.Client = client),
            Jw319 sent => new Jw320 { Header = Head(sent, stamp, MessageKind.Jw320) }.With(verdict, sent.Antwoord, (answer, reply) => answer.Antwoord = reply),
            _ => throw new ArgumentException($"A {message.GetType().Name} has no return message.", nameof(message)),
        };
    }

    // Afzender and Ontvanger are those of what is answered; only the code says that it is a return.
    private static RetourHeader Head(Message sent, AnswerStamp stamp, MessageKind kind) => new()
    {
        BerichtCode = kind.Code,
        BerichtVersie = sent.Envelope.BerichtVersie,
        BerichtSubversie = sent.Envelope.BerichtSubversie,
        Afzender = sent.Envelope.Afzender,
        Ontvanger = sent.Envelope.Ontvanger,
        BerichtIdentificatie = Headers.Copy(sent.Envelope.BerichtIdentificatie),
        XsdVersie = Headers.Copy(sent.Envelope.XsdVersie),
        IdentificatieRetour = stamp.Identification,
        DagtekeningRetour = stamp.Date,
        XsdVersieRetour = Headers.Of(stamp.Versions),
    };

    private static TAnswer With<TAnswer, TBody>(this TAnswer answer, Verdict verdict, TBody body, Action<TAnswer, TBody> set)
        where TAnswer : Message
        where TBody : AnsweredPart, new()
    {
        var header = (RetourHeader)answer.Envelope;
        if (verdict.IsGood)
            return answer;
        if (verdict.IsTechnical)
        {
            header.RetourCodes = ReturnCodes.Of(ReturnCodes.Technical);
            return answer;
        }

        var kind = Writing.MessageWriter.KindOf(answer);
        var copy = kind.Copy(body, answer, answer is Jw320 ? nameof(Jw320.Antwoord) : "Client");
        var classes = Classes(kind, copy).ToList();
        var found = verdict.ByClass(classes.Select(each => each.Part));
        if (found[""].Any())
        {
            header.RetourCodes = ReturnCodes.Of(found[""]);
            return answer;
        }

        header.RetourCodes = ReturnCodes.Of(ReturnCodes.Fine);
        foreach (var (part, within) in classes)
        {
            part.RetourCodes = found[part.Path].Any() ? ReturnCodes.Of(found[part.Path])
                : within is not null && !within.RetourCodes[0].Is(ReturnCodes.Fine) ? ReturnCodes.Of(ReturnCodes.NotAssessed)
                : ReturnCodes.Of(ReturnCodes.Fine);
        }

        set(answer, copy);
        return answer;
    }

    /// <summary>The classes with codes, each after the one that holds it.</summary>
    private static IEnumerable<(AnsweredPart Part, AnsweredPart? Within)> Classes(MessageKind kind, MessagePart part, AnsweredPart? within = null)
    {
        if (part is AnsweredPart answered)
        {
            yield return (answered, within);
            within = answered;
        }

        foreach (var child in kind.ShapeOf(part).Fields.SelectMany(field => field.Parts(part)))
        {
            foreach (var inner in Classes(kind, child, within))
                yield return inner;
        }
    }
}
