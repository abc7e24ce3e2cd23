namespace NewsAlerts.Web.Pages.Html;

/// <summary>How the pages look: as the emails do, light and dark.</summary>
internal static class PageStyle
{
    public static readonly Markup Sheet = Markup.Of($$"""
        :root {
          color-scheme: light dark;
          --page: #f2f3f5; --card: #ffffff; --line: #dfe2e6; --edge: #767d88; --text: #14171a; --quiet: #5f6773;
          --link: #0b4fb3; --on-link: #ffffff; --soft: #eef0f3; --mark: #ffe9a8; --on-mark: #1a1a1a;
          --wrong: #b3261e; --well: #1a6e43;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #16181c; --card: #1f2329; --line: #343a43; --edge: #8b93a0; --text: #e3e6ea; --quiet: #a2a9b4;
            --link: #8fb8ff; --on-link: #0e1420; --soft: #2b313a; --mark: #6b5310; --on-mark: #fff3cf;
            --wrong: #ff9c94; --well: #6fd3a0;
          }
        }
        * { box-sizing: border-box; }
        html { text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; padding: 24px 16px 40px; background: var(--page); color: var(--text);
          font: 17px/1.5 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif;
        }
        header, main, footer { max-width: 620px; margin: 0 auto; }
        header, footer { padding: 0 8px; color: var(--quiet); font-size: 14px; }
        header { margin-bottom: 14px; font-weight: 600; }
        footer { margin-top: 20px; }
        footer ul { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 8px; padding: 0; list-style: none; }
        main {
          padding: 26px 28px 28px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow-wrap: anywhere;
        }
        h1 { margin: 0 0 10px; font-size: 27px; line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; }
        h2 { margin: 0 0 6px; font-size: 18px; line-height: 1.35; }
        p { margin: 0 0 14px; }
        a { color: var(--link); text-underline-offset: 2px; }
        a:hover { text-decoration-thickness: 2px; }
        .quiet, .hint { color: var(--quiet); font-size: 15px; line-height: 1.45; }
        .lead { font-size: 18px; }
        form { margin: 0; }
        fieldset { min-width: 0; margin: 26px 0 0; padding: 0; border: 0; }
        legend, .field > label { display: block; padding: 0; font-size: 18px; font-weight: 600; }
        .field { margin: 26px 0 0; }
        .under { margin: 8px 0 4px 34px; }
        .under label { display: block; font-weight: 600; font-size: 16px; }
        .row { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 2px; margin-bottom: 0; }
        .hint { display: block; margin: 2px 0 0; }
        input[type=text], input[type=email], input[type=time], textarea, select {
          display: block; width: 100%; min-height: 46px; margin: 6px 0 0; padding: 9px 12px; border: 1px solid var(--edge);
          border-radius: 8px; background: var(--card); color: inherit; font: inherit;
        }
        textarea { min-height: 76px; resize: vertical; field-sizing: content; }
        .row input[type=time], .row select { width: auto; min-width: 9em; }
        .choice { display: flex; align-items: flex-start; gap: 12px; margin: 8px 0 0; padding: 2px 0; }
        .choice input { flex: none; width: 22px; height: 22px; margin: 2px 0 0; accent-color: var(--link); }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 6px; }
        button, .button {
          display: inline-block; min-height: 48px; margin: 0; padding: 11px 22px; border: 1px solid var(--link); border-radius: 8px;
          background: var(--link); color: var(--on-link); font: inherit; font-weight: 600; line-height: 1.4; text-decoration: none;
          cursor: pointer;
        }
        button:hover, .button:hover { filter: brightness(1.12); }
        .second { background: transparent; color: var(--link); }
        .small { min-height: 40px; padding: 7px 14px; font-size: 15px; }
        .actions { display: flex; flex-wrap: wrap; gap: 12px; margin: 24px 0 0; }
        .wrong { margin: 0 0 24px; padding: 16px 18px; border: 2px solid var(--wrong); border-radius: 10px; }
        .wrong ul { margin: 4px 0 0; padding: 0; list-style: none; }
        .wrong li { margin: 6px 0 0; }
        .wrong a, .mistake { color: var(--wrong); font-weight: 600; }
        .mistake { display: block; margin: 6px 0 0; font-size: 16px; }
        .has-mistake { padding-inline-start: 16px; border-inline-start: 4px solid var(--wrong); }
        [aria-invalid=true] { border: 2px solid var(--wrong) !important; }
        .well { margin: 0 0 22px; padding: 12px 16px; border: 2px solid var(--well); border-radius: 10px; font-weight: 600; }
        .query {
          display: block; margin: 10px 0 14px; padding: 11px 14px; border-radius: 8px; background: var(--soft); font-size: 17px;
          white-space: pre-wrap;
        }
        .mistake .query { margin: 8px 0; color: var(--text); font-weight: normal; }
        mark { padding: 1px 0; border-radius: 2px; background: var(--mark); color: var(--on-mark); }
        .entry { margin: 16px 0 0; padding: 16px 18px 18px; border: 1px solid var(--line); border-radius: 10px; }
        .entry .query { margin: 0 0 6px; }
        .entry p { margin: 0; }
        .entry .actions { margin: 12px 0 0; gap: 10px; }
        .entry .actions form, .entry .actions > *, .entry .actions button { width: auto; }
        hr { margin: 28px 0 0; border: 0; border-top: 1px solid var(--line); }
        .after { margin: 24px 0 0; }
        main > :last-child, main > form:last-child > :last-child { margin-bottom: 0; }
        details { margin: 10px 0 0; }
        summary { color: var(--link); font-size: 15px; cursor: pointer; }
        table { width: 100%; margin: 8px 0 0; border-collapse: collapse; font-size: 15px; }
        th, td { padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: normal; }
        code { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: break-word; }
        @supports selector(:has(a)) {
          .what:not(:has(#what-query:checked)) .of-query, .what:not(:has(#what-rule:checked)) .of-rule,
          .when:not(:has(#send-daily:checked, #send-weekly:checked)) .of-time, .when:not(:has(#send-weekly:checked)) .of-day { display: none; }
          .when { display: flex; flex-direction: column; }
          .when:has(#send-daily:checked) > .row { order: 1; }
          .when > .choice:has(#send-weekly) { order: 2; }
          .when:has(#send-weekly:checked) > .row { order: 3; }
        }
        @media (max-width: 480px) {
          body { padding: 16px 8px 32px; }
          main { padding: 20px 18px 22px; }
          h1 { font-size: 24px; }
          .under { margin-left: 0; }
          main > .actions > *, main > form > .actions > *, main > .actions button { width: 100%; text-align: center; }
        }
        """);
}
